/** What people are told: everything else tells facts, this decides who hears of them, where and in which language. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users"})
package bd.cleancare.notifications;

import org.springframework.modulith.ApplicationModule;
