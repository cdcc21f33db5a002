/** What a boolean attribute says. React before 19 and Vue write out `attr="false"`: that is false, too. */
export function isOn(value: string | null): boolean {
  return value !== null && value !== 'false';
}
