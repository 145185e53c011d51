import { formatCount } from '../../numbers.ts'

export const indexState = {
  reading: (read: number, total: number) => `${formatCount(read)} of ${formatCount(total)} read`,
  counting: 'Counting accounts',
  complete: (age: string) => `Complete, ${age}`,
  outdated: 'Not up to date',
  asOf: (time: string) => `As of ${time}`,
  unread: 'Not read yet',
  checking: 'Looking for changes',
  justNow: 'just now',
  secondsAgo: (seconds: number) => `${seconds} s ago`,
  refresh: 'Refresh now',
}
