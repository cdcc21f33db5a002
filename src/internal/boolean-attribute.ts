/** The value of a boolean attribute. `attr="false"`, which React before 19 and Vue write, is false. */
export function isOn(value: string | null): boolean {
  return value !== null && value !== 'false';
}
