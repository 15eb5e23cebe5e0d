const exact = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const whole = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

/** £46 on a price tag, £41.40 in a sum. */
export function money(pounds: number): string {
  return (Number.isInteger(pounds) ? whole : exact).format(pounds);
}
