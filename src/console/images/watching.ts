/** How often images that change and tasks that run are looked at. */
export const imageEverySeconds = 3;
