/** Registration, one-time codes, login, sessions, tokens and passwords. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users"})
package bd.cleancare.authentication;

import org.springframework.modulith.ApplicationModule;
