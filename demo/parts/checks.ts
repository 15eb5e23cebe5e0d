/** Any spelling of a postcode of the United Kingdom: `bs1 4dj`, `BS14DJ`, `sw1a  1aa`. */
export function isPostcode(value: string): boolean {
  return /^[a-z]{1,2}\d[a-z\d]? *\d[a-z]{2}$/i.test(value.trim());
}

/** The only spelling that the broken form takes. */
export function isBarePostcode(value: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(value);
}

export function checkPostcode(value: string): string | undefined {
  return isPostcode(value) ? undefined : 'Enter a UK postcode, such as BS1 4DJ.';
}

export function checkMail(value: string): string | undefined {
  return /^\S+@\S+\.\S+$/.test(value)
    ? undefined
    : 'Enter an email address, such as ada@example.com.';
}

export function checkCardNumber(value: string): string | undefined {
  return /^\d{12,19}$/.test(value.replaceAll(' ', ''))
    ? undefined
    : 'Enter the 16 digits on the front of your card.';
}

export function checkExpiry(value: string): string | undefined {
  return /^(0[1-9]|1[0-2]) ?\/ ?\d{2}$/.test(value)
    ? undefined
    : 'Enter month and year, such as 04/29.';
}

export function checkSecurityCode(value: string): string | undefined {
  return /^\d{3,4}$/.test(value) ? undefined : 'Enter the 3 digits on the back.';
}
