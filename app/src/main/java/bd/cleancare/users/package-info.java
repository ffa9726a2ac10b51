/** The account: phone, name, NID, ward, role, and what a person may ask of their own data. */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package bd.cleancare.users;

import org.springframework.modulith.ApplicationModule;
