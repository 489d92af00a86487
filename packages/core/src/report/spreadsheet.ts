/** What makes a spreadsheet take a cell for a formula, in its narrow and its wide form. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell that spreadsheets show as text: one that they would compute gets an apostrophe before it. Numbers stay as
 * they are.
 */
export function spreadsheetCell<T>(cell: T): T | string {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
