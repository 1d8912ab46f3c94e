/** The plans that come with Daymark and how many pages each has: its own, and one for every unit. */
export const PLAN_PAGES: Readonly<Record<string, number>> = {
  // 6 sections; 6 weeks and 3 pairs of weeks.
  'backend-6-months-intensive': 1 + 6 + 9,
  // 6 months; 12 pairs of weeks.
  'backend-journey-6-months': 1 + 6 + 12,
  // 3 stretches; 31 days.
  'node-backend-31-days': 1 + 3 + 31,
  // 5 weeks and the final days; 37 days.
  'senior-backend-37-days': 1 + 6 + 37,
  // 2 sections around the year; 4 quarters; 12 months, the last one the capstone; 21 blocks of weeks.
  'senior-go-1-year': 1 + 2 + 4 + 12 + 21,
};
