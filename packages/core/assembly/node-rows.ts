/** Node vectors as 32-bit floats, whatever the model stores. */
import { FLOAT, VECTOR } from './lanes';
import { block, blockRow, columns, F16, format, INT8, nodeIds, nodeVectors, scales } from './scoring-state';

/** Copies the vectors of `count` nodes, from place `first` of `nodeIds` on, to `block`. */
export function loadBlock(first: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const node = <usize>load<u32>(nodeIds + ((first + i) << 2));
    const to = block + i * blockRow;
    if (format == INT8) copyInt8(nodeVectors + node * columns, to, load<f32>(scales + node * FLOAT));
    else if (format == F16) copyF16(nodeVectors + node * columns * 2, to);
    else copyF32(nodeVectors + node * columns * FLOAT, to);
  }
}

@inline
function copyF32(from: usize, to: usize): void {
  for (let end = to + blockRow; to < end; to += VECTOR, from += VECTOR) v128.store(to, v128.load(from));
}

/** value = byte · scale of the row. */
@inline
function copyInt8(from: usize, to: usize, scale: f32): void {
  for (let end = to + blockRow; to < end; to += VECTOR, from += 4) {
    const words = i16x8.extend_low_i8x16_s(v128.load32_zero(from));
    const numbers = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(words));
    v128.store(to, f32x4.mul(numbers, f32x4.splat(scale)));
  }
}

/**
 * Moves exponent and fraction to their places in a 32-bit float, and makes up for the other exponent bias by a factor
 * of 2¹¹²; exact for all finite values, subnormal ones included.
 */
@inline
function copyF16(from: usize, to: usize): void {
  for (let end = to + blockRow; to < end; to += VECTOR, from += 8) {
    const halves = i32x4.extend_low_i16x8_u(v128.load64_zero(from));
    const magnitude = i32x4.shl(v128.and(halves, i32x4.splat(0x7fff)), 13);
    const sign = i32x4.shl(v128.and(halves, i32x4.splat(0x8000)), 16);
    v128.store(to, v128.or(f32x4.mul(magnitude, f32x4.splat(5192296858534827628530496329220096.0)), sign));
  }
}
