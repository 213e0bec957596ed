/// Entry pages and menus (入口).
@ApplicationModule
@NullMarked
package hmnet.office.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
