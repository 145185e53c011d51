import { randomUUID } from 'node:crypto'

/** 32 hex digits, as ISC writes its ids. */
export const newId = () => randomUUID().replaceAll('-', '')
