/** Task queues. Mail has its own, so that its rate limit never holds back the rest. */
export const MAIN_QUEUE = 'vekha';
export const MAIL_QUEUE = 'vekha-mail';
