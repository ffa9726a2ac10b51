/** Conversations between citizens and staff, and among staff: rooms, messages in order, who has read what, live and by plain requests. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users", "wards", "media", "notifications", "complaints", "console"})
package bd.cleancare.chat;

import org.springframework.modulith.ApplicationModule;
