/** The value of a boolean attribute. React before 19 and Vue write `attr="false"`, which counts as false. */
export function isOn(value: string | null): boolean {
  return value !== null && value !== 'false';
}
