/** A part of the page that is loaded when it is asked for. */
export const found = (row) => {
  row.querySelector('span').textContent = 'nothing was found';
};
