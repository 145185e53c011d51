import type { components } from '#api/console-schema.d.ts'

type Schemas = components['schemas']
export type Plan = Schemas['Plan']
export type NewPlan = Schemas['NewPlan']
export type PlanGroup = Schemas['PlanGroup']
export type Run = Schemas['Run']
export type RunAction = Schemas['RunAction']
export type AttributeValue = Schemas['AttributeValue']
export type Selection = Schemas['Selection']
export type RunItemState = Schemas['RunItemState']
export type AuditEntry = Schemas['AuditEntry']

/** The lists know their rows by an id; these are known by their number. */
export type PlanItem = Schemas['PlanItem'] & { id: string }
export type RunItem = Schemas['RunItem'] & { id: string }
