import { search } from './en/search.ts'

export const searchText = search
