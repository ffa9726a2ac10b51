/** Value types that three or more modules use. No Spring, no I/O. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package bd.cleancare.shared;

import org.springframework.modulith.ApplicationModule;
