/// Entry pages and menus (入口).
@NullMarked
package hmnet.portal;

import org.jspecify.annotations.NullMarked;
