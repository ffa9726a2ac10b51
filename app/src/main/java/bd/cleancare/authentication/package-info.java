/** Registration, one-time codes, login, sessions, tokens and passwords. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "notifications", "users"})
package bd.cleancare.authentication;

import org.springframework.modulith.ApplicationModule;
