/** SMS: the gateways, which of them a message goes through, and how our accounts there stand. */
package bd.cleancare.notifications.sms;
