import { createContext, type ReactNode } from 'react'

/** What stands in the header of every page below, put there by what surrounds the page. */
export const HeaderSlot = createContext<ReactNode>(null)
