/** Values shown of each predicted attribute. */
export const VALUES = 3;
