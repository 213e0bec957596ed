/// Protecting persons from whom they must not be found by (保護対象者).
@NullMarked
package hmnet.office.protectiondesk;

import org.jspecify.annotations.NullMarked;
