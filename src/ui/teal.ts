/** Deep sea teal, ten shades. The style sheet has the same ten, and paints with them. */
export const teal = [
  '#e8f5f6',
  '#cbe7ea',
  '#9fd2d8',
  '#6cb8c1',
  '#3f9daa',
  '#1f8492',
  '#0f6f7d',
  '#0b5c69',
  '#094a55',
  '#073841',
] as const
