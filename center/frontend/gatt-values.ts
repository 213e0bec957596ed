// What devices say over Bluetooth (GATT): blood pressure 0x2A35, weight 0x2A9D, thermometer 0x2A1C. Numbers are those of IEEE 11073-20601.

// One measurement: values by the field of the form, and when, where the device says so.
export interface DeviceValues {
  values: Record<string, string>;
  at: string | null;
}

const SPECIAL_SHORT = new Set([0x07ff, 0x0800, 0x07fe, 0x0802, 0x0801]);
const SPECIAL_LONG = new Set([0x7fffff, 0x800000, 0x7ffffe, 0x800002, 0x800001]);

// SFLOAT: four bits of exponent, twelve of mantissa; null for what is no number.
export function shortFloat(raw: number): number | null {
  const mantissa = raw & 0x0fff;
  return SPECIAL_SHORT.has(mantissa) ? null : scaled(signed(mantissa, 12), signed(raw >> 12, 4));
}

// FLOAT: eight bits of exponent, twenty-four of mantissa; the same.
export function longFloat(raw: number): number | null {
  const mantissa = raw & 0xffffff;
  return SPECIAL_LONG.has(mantissa) ? null : scaled(signed(mantissa, 24), signed(raw >>> 24, 8));
}

function signed(bits: number, width: number): number {
  return bits >= 2 ** (width - 1) ? bits - 2 ** width : bits;
}

// A negative exponent divides: 365 and -1 are 36.5 and no more.
function scaled(mantissa: number, exponent: number): number {
  return exponent < 0 ? mantissa / 10 ** -exponent : mantissa * 10 ** exponent;
}

function put(values: Record<string, string>, field: string, number: number | null, decimals: number): void {
  if (number !== null && number > 0) {
    values[field] = String(Number(number.toFixed(decimals)));
  }
}

function moment(view: DataView, from: number): string | null {
  if (view.byteLength < from + 7 || view.getUint16(from, true) < 2000) {
    return null;
  }
  const two = (n: number) => String(n).padStart(2, "0");
  const day = `${view.getUint16(from, true)}-${two(view.getUint8(from + 2))}-${two(view.getUint8(from + 3))}`;
  return `${day}T${two(view.getUint8(from + 4))}:${two(view.getUint8(from + 5))}`;
}

// Another unit than the handbook's is read as nothing: nothing is converted.
export function bloodPressure(view: DataView): DeviceValues {
  const flags = view.getUint8(0);
  const values: Record<string, string> = {};
  const stamped = (flags & 2) !== 0;
  if ((flags & 1) === 0) {
    put(values, "systolic", shortFloat(view.getUint16(1, true)), 0);
    put(values, "diastolic", shortFloat(view.getUint16(3, true)), 0);
  }
  const pulse = stamped ? 14 : 7;
  if ((flags & 4) !== 0 && view.byteLength >= pulse + 2) {
    put(values, "pulse", shortFloat(view.getUint16(pulse, true)), 0);
  }
  return { values, at: stamped ? moment(view, 7) : null };
}

export function weight(view: DataView): DeviceValues {
  const flags = view.getUint8(0);
  const values: Record<string, string> = {};
  if ((flags & 1) === 0 && view.getUint16(1, true) !== 0xffff) {
    put(values, "weight", view.getUint16(1, true) * 0.005, 2);
  }
  return { values, at: (flags & 2) !== 0 ? moment(view, 3) : null };
}

export function temperature(view: DataView): DeviceValues {
  const flags = view.getUint8(0);
  const values: Record<string, string> = {};
  if ((flags & 1) === 0) {
    put(values, "temperature", longFloat(view.getUint32(1, true)), 1);
  }
  return { values, at: (flags & 2) !== 0 ? moment(view, 5) : null };
}
