const starts = (text: string, ...fields: string[]) =>
  `(${fields.map((field) => `${field} sw "${text}"`).join(' or ')})`

/** What the screen of the accounts asks for: its filters, its search box, and some together. */
export const accountFilters = [
  '',
  'sourceId eq "2c9180800000000292278656227c1078"',
  'sourceId in ("2c9180800000000292278656227c1078", "x")',
  'uncorrelated eq true',
  'uncorrelated eq false',
  'hasEntitlements eq false',
  'origin eq "AGGREGATED"',
  'origin in ("AGGREGATED", "PROVISIONED")',
  'manuallyCorrelated eq true',
  'identity.identityState eq "LOCKED"',
  'identity.identityState in ("DISABLED", "LOCKED")',
  'source.connectionType eq "file"',
  'source.authoritative eq true',
  'created ge 2000-01-01T00:00:00Z',
  'created ge 2020-01-01T00:00:00Z and created lt 2021-01-01T00:00:00Z',
  'modified ge 2000-01-01T00:00:00Z',
  'modified ge 2026-01-01T00:00:00Z and modified lt 2026-01-02T00:00:00Z',
  'nativeIdentity sw "CN="',
  'nativeIdentity sw "CN=A"',
  ...['a', 'an', 'anna b'].map((text) => starts(text, 'name', 'nativeIdentity', 'identity.name')),
  `${starts('a', 'name', 'nativeIdentity', 'identity.name')} and hasEntitlements eq true`,
  `${starts('a', 'name', 'nativeIdentity', 'identity.name')} and created ge 2000-01-01T00:00:00Z`,
  'uncorrelated eq true and modified ge 2000-01-01T00:00:00Z',
]
export const accountSorts = [
  'name',
  'source.displayableName',
  'nativeIdentity',
  'identity.name',
  'identity.correlated',
  'manuallyCorrelated',
  'origin',
  'created',
  'modified',
]

export const both = (sorts: string[]) => sorts.flatMap((sort) => [sort, `-${sort}`])

export const identityFilters = [
  undefined,
  'cloudStatus eq "LOCKED"',
  '(cloudStatus eq "LOCKED" or cloudStatus eq "DISABLED")',
  'processingState eq "ERROR"',
  'correlated eq true',
  'correlated eq false',
  starts('an', 'name', 'alias', 'email', 'firstname', 'lastname'),
]
