const eightHours = 8 * 60 * 60 * 1000;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The parts of a moment on a clock in China, which is where the machines stand. */
function parts(now: number) {
  const date = new Date(now + eightHours);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: days[date.getUTCDay()] ?? '',
    minutes: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
    seconds: two(date.getUTCSeconds()),
    two,
  };
}

/** `Tue Nov 24 12:06:16 CST 2026`, as `date` prints it. */
export function linuxDate(now: number): string {
  const { year, month, day, weekday, minutes, seconds } = parts(now);
  return `${weekday} ${months[month]} ${String(day).padStart(2)} ${minutes}:${seconds} CST ${year}`;
}

/** `2026/11/24 12:06:16`, as a Chinese Windows prints it. */
export function windowsDate(now: number): string {
  const { year, month, day, minutes, seconds, two } = parts(now);
  return `${year}/${two(month + 1)}/${two(day)} ${minutes}:${seconds}`;
}

/** ` 12:06:16 up 3 days,  4:05,  1 user, …`, as `uptime` prints it. */
export function uptime(now: number, booted: number): string {
  const { minutes, seconds } = parts(now);
  const total = Math.max(0, Math.floor((now - booted) / 60_000));
  const day = Math.floor(total / 1440);
  const hour = Math.floor((total % 1440) / 60);
  const minute = total % 60;
  const clock =
    hour > 0 ? `${String(hour).padStart(2)}:${String(minute).padStart(2, '0')}` : `${minute} min`;
  const long = day > 0 ? `${day} day${day === 1 ? '' : 's'}, ` : '';
  return ` ${minutes}:${seconds} up ${long}${clock},  1 user,  load average: 0.00, 0.01, 0.05`;
}
