interface Need {
  /** What people type: a word, or a few that belong together. */
  said: readonly string[];
  /** How services speak of it: each finds the words that begin with it. */
  finds: readonly string[];
}

/**
 * Needs in everyday words, and the words that services use for them: whoever looks for a place to sleep finds a
 * "short stay". Data, in English; another language is another list.
 */
export const SYNONYMS: readonly Need[] = [
  {
    said: [
      'housing',
      'house',
      'home',
      'shelter',
      'bed',
      'beds',
      'room',
      'apartment',
      'somewhere to sleep',
      'place to sleep',
      'a place to sleep',
      'place to stay',
      'a place to stay',
      'homeless',
      'sleep',
      'somewhere to stay',
      'stay',
      'tonight',
      'emergency bed',
      'rent',
    ],
    finds: ['housing', 'shelter', 'stay', 'bed', 'room', 'apartment', 'lodging'],
  },
  {
    said: ['counseling', 'counselling', 'counselor', 'counsellor', 'therapy', 'therapist', 'mental health'],
    finds: ['counsel', 'therap', 'psycholog'],
  },
  {
    said: ['food', 'groceries', 'meal', 'meals', 'something to eat', 'hungry'],
    finds: ['food', 'grocer', 'meal', 'pantry', 'dinner'],
  },
  {
    said: ['ride', 'rides', 'transport', 'transportation', 'bus', 'bus pass', 'travel', 'driver'],
    finds: ['ride', 'transport', 'bus', 'driver'],
  },
  {
    said: ['job', 'jobs', 'work', 'employment', 'career', 'job training'],
    finds: ['job', 'employ', 'apprentice', 'career', 'training'],
  },
  {
    said: ['school', 'tutoring', 'tutor', 'homework', 'study', 'studying', 'education', 'classes', 'diploma'],
    finds: ['school', 'tutor', 'homework', 'study', 'classes', 'learning'],
  },
  {
    said: ['doctor', 'doctors', 'clinic', 'medical', 'nurse', 'dentist', 'dental', 'checkup', 'check up'],
    finds: ['doctor', 'clinic', 'medical', 'dental', 'health', 'vaccin'],
  },
  {
    said: ['legal', 'lawyer', 'lawyers', 'attorney', 'legal help', 'court help'],
    finds: ['legal', 'lawyer', 'attorney'],
  },
];
