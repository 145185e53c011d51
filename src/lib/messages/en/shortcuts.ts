/** Loaded with the list of the shortcuts. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  /** By the keys that do it, any of them; in the order in which they are shown. */
  list: [
    { keys: ['Ctrl K', '⌘ K'], does: 'Search everything, or go to a screen' },
    { keys: ['/'], does: 'Search this list' },
    { keys: ['j', '↓'], does: 'Next row' },
    { keys: ['k', '↑'], does: 'Row before' },
    { keys: ['n', 'p'], does: 'Next identity of the list, or the one before' },
    { keys: ['Home'], does: 'First row' },
    { keys: ['End'], does: 'Last row' },
    { keys: ['Enter'], does: 'Open the row' },
    { keys: ['x', 'Space'], does: 'Select the row, with Shift a range' },
    { keys: ['Tab'], does: 'From the row to its actions' },
    { keys: ['Alt ←', 'Alt →'], does: 'On a header: a narrower or wider column' },
    { keys: ['Esc'], does: 'Close the panel, or empty the search' },
    { keys: ['?'], does: 'This list' },
  ],
}
