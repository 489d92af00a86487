import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadsheetCell } from '../../packages/core/dist/index.js';

test('every sign that makes a spreadsheet compute a cell is made text, and nothing else', () => {
  for (const sign of '=+-@\t\r\n＝＋－＠') assert.equal(spreadsheetCell(`${sign}1`), `'${sign}1`, JSON.stringify(sign));
  for (const cell of ['a=1', '', '太阳', "'=1", ' =1', -1, 0.5, undefined, null])
    assert.equal(spreadsheetCell(cell), cell);
});
