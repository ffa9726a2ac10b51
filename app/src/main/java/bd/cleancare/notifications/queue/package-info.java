/** What is to go out of the house, by whatever channel: lanes, retries, quiet hours. Knows nothing of events. */
package bd.cleancare.notifications.queue;
