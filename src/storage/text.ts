/** PostgreSQL keeps no NUL in a text and would refuse the whole row for one. */
export const withoutNul = (text: string): string => text.replaceAll("\0", "");
