/** Why the console would not send something: it says so itself, in English. */
export const reasonText = ({ text }: { code: string; text: string }): string => text
