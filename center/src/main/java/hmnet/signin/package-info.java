/// Who is at the screen: two factors, sessions, client certificates (認証).
@NullMarked
package hmnet.signin;

import org.jspecify.annotations.NullMarked;
