import fc from 'fast-check'

import { nastyText } from './nasty.ts'

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('B1', 'B2', 'B3', 'a|b', 'true', '') },
  { weight: 2, arbitrary: nastyText.map((text) => `"${text.replaceAll('"', '""')}"`) },
  { weight: 1, arbitrary: nastyText },
)
const header = fc.oneof(
  { weight: 6, arbitrary: fc.constant('uid,name,groups') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'uid',
      'uid,uid',
      'name',
      '',
      '__proto__,uid',
      'uid,"',
      'uid,toString',
      '\ufeffuid,name,groups',
    ),
  },
)
const lines = fc.array(
  fc.array(cell, { minLength: 3, maxLength: 3 }).map((row) => row.join(',')),
  { maxLength: 5 },
)
const file = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .tuple(header, lines, fc.constantFrom('\n', '\r\n', '\r'))
      .map(([first, rest, end]) => [first, ...rest].join(end)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '\0',
      '\xff\xfeu\0',
      `uid,name,groups\nB1,"${'x'.repeat(100_000)}`,
      'uid,name\nB1',
    ),
  },
)

const disposition = fc.oneof(
  { weight: 8, arbitrary: fc.constant('form-data; name="file"; filename="a.csv"') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'form-data; name="other"; filename="a.csv"',
      'form-data; name="file"',
      'form-data',
      'x',
      '',
      'form-data; name="__proto__"',
      'form-data; name="disableOptimization"',
      'form-data; name=""',
    ),
  },
)

const part = fc
  .tuple(disposition, file)
  .map(([given, content]) => `--x\r\nContent-Disposition: ${given}\r\n\r\n${content}\r\n`)

/** Uploads: whole, cut off, with the wrong boundary, with a second file. */
export const forms = fc.record({
  type: fc.oneof(
    { weight: 15, arbitrary: fc.constant('multipart/form-data; boundary=x') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'multipart/form-data',
        'multipart/form-data; boundary=y',
        'multipart/mixed; boundary=x',
      ),
    },
  ),
  payload: fc
    .tuple(
      fc.array(part, { minLength: 1, maxLength: 2, size: 'xsmall' }),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant('--x--\r\n') },
        { weight: 1, arbitrary: fc.constantFrom('', '--x', '--x\r\n', '\0') },
      ),
    )
    .map(([parts, end]) => parts.join('') + end),
})
