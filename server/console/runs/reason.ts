import type { components } from '../../../src/api/console-schema.d.ts'

export type Reason = components['schemas']['Reason']

export const reason = (code: Reason['code'], text: string): Reason => ({ code, text })
