export type Department = { name: string; jobTitles: readonly [string, ...string[]] }

export const departments: readonly [Department, ...Department[]] = [
  { name: 'Finance', jobTitles: ['Accountant', 'Controller', 'Payroll Specialist', 'Treasurer'] },
  { name: 'Human Resources', jobTitles: ['Recruiter', 'HR Partner', 'Benefits Specialist'] },
  { name: 'Engineering', jobTitles: ['Software Engineer', 'Test Engineer', 'Architect'] },
  {
    name: 'IT Operations',
    jobTitles: ['System Engineer', 'Network Engineer', 'Service Desk Agent'],
  },
  { name: 'Security', jobTitles: ['Security Analyst', 'Identity Engineer', 'Auditor'] },
  { name: 'Sales', jobTitles: ['Account Executive', 'Sales Manager', 'Sales Engineer'] },
  { name: 'Marketing', jobTitles: ['Content Editor', 'Campaign Manager', 'Designer'] },
  { name: 'Customer Support', jobTitles: ['Support Agent', 'Support Lead', 'Trainer'] },
  { name: 'Legal', jobTitles: ['Counsel', 'Paralegal', 'Contract Manager'] },
  { name: 'Procurement', jobTitles: ['Buyer', 'Category Manager', 'Supplier Manager'] },
  { name: 'Logistics', jobTitles: ['Planner', 'Warehouse Lead', 'Dispatcher'] },
  { name: 'Research', jobTitles: ['Scientist', 'Laboratory Technician', 'Data Analyst'] },
]

export const departmentNames = departments.map(({ name }) => name)

export const locations = [
  'Austin',
  'Berlin',
  'London',
  'Madrid',
  'Pune',
  'Singapore',
  'Toronto',
  'Warsaw',
] as const
