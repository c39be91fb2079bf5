/** The fewest characters of a dashboard's password: nothing else stands before it on the internet. */
export const SHORTEST_PASSWORD = 12;
