export const filterEditor = {
  apply: 'Apply',
  searchOptions: (name: string) => `Search in ${name}`,
  noOption: 'Nothing fits',
  from: 'From',
  to: 'To',
}
