/** E-mail by SMTP. */
package bd.cleancare.notifications.mail;
