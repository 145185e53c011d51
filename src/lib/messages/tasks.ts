import { tasks } from './en/tasks.ts'

/** The strings of the tasks' screens, and of what other screens say of a task. */
export const taskText = tasks
