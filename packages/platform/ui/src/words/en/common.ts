export const common = {
  product: 'Accord',
  neutral: "Nothing here, or it isn't shared with you.",
  reference: 'Reference: {{reference}}',
  stillLoading: 'Still loading. Your place is kept.',
  tryAgain: 'Try again',
  back: 'Back',
  cancel: 'Cancel',
  keep: 'Keep',
  optional: '{{label}} (optional)',
  until: 'until {{day}}',
  you: 'you',
} as const;
