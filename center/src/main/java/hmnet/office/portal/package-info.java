/// Entry pages and menus (入口).
@NullMarked
package hmnet.office.portal;

import org.jspecify.annotations.NullMarked;
