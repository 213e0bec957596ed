/// Protecting persons from whom they must not be found by (保護対象者).
@NullMarked
package hmnet.protection;

import org.jspecify.annotations.NullMarked;
