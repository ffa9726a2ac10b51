/** Web push, and the browsers that listen. */
package bd.cleancare.notifications.push;
