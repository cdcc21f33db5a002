/** A boolean attribute. React before 19 and Vue write out `attr="false"`: that counts as false, too. */
export const booleanAttribute = {
  type: Boolean,
  converter: (value: string | null) => value !== null && value !== 'false',
};
