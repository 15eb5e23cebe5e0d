/**
 * Whether the visitor has told their browser that they don't want to be tracked.
 *
 * @see {@link https://www.w3.org/TR/gpc/} Global Privacy Control; Do Not Track, its forerunner
 */
export function isTrackingRefused(navigator: Navigator): boolean {
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || navigator.doNotTrack === '1';
}
