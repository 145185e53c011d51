import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Notification.css'
import '@mantine/notifications/styles.css'
import { Notifications, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'

import { t } from '#lib/messages.ts'

import { TrackingId } from './error-panel.tsx'
import { announce } from './live-region.tsx'
import { Mantine } from './mantine.tsx'
import type { Toast } from './toast.ts'

import classes from './toasts.module.css'

const icons = { good: IconCircleCheck, bad: IconAlertTriangle, warning: IconHelpCircle }

export function showToast({ title, message, tone, trackingId }: Toast): void {
  const ToastIcon = icons[tone]
  notifications.show({
    id: `${title} ${message}`,
    title,
    message: (
      <>
        {message}
        {trackingId && <TrackingId id={trackingId} />}
      </>
    ),
    icon: <ToastIcon size={18} stroke={1.75} className={classes[tone]} aria-hidden />,
    withBorder: true,
    autoClose: tone === 'good' ? 6000 : false,
    role: tone === 'bad' ? 'alert' : 'group',
    'aria-label': title,
    closeButtonProps: { 'aria-label': t.close },
    classNames: {
      root: classes.toast ?? '',
      icon: classes.icon ?? '',
      title: classes.title ?? '',
      description: classes.text ?? '',
    },
  })
  // An alert is read by itself; the rest is said once the user pauses.
  if (tone !== 'bad') announce(message ? `${title}. ${message}` : title)
}

export function Toasts() {
  return (
    <Mantine>
      {/* A place of its own on the page, for whoever goes from one to the next. */}
      <section aria-label={t.messages}>
        <Notifications
          position="bottom-right"
          transitionDuration={140}
          limit={4}
          withinPortal={false}
        />
      </section>
    </Mantine>
  )
}
