/** What a control shows that no mutation record tells: properties, as one comparable text. */
export function controlState(element: Element): string {
  const { checked, indeterminate, open, selectedIndex, value } =
    element as Partial<HTMLInputElement> & {
      open?: boolean;
      selectedIndex?: number;
    };
  const length = typeof value === 'string' ? value.length : 0;
  return [checked, indeterminate, open, selectedIndex, length, isPopoverOpen(element)].join();
}

function isPopoverOpen(element: Element): boolean {
  const { popoverTargetElement } = element as { popoverTargetElement?: Element | null };
  try {
    return popoverTargetElement?.matches(':popover-open') ?? false;
  } catch {
    // A browser without popovers does not know the selector.
    return false;
  }
}
