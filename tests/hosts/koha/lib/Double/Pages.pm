package Double::Pages;

# The staff pages of the double: log in, home, a record, its items, the list of plugins, and run.pl,
# which calls a method of a plugin. One CGI request to one page on the standard output.

use strict;
use warnings;

use CGI qw(-utf8);

use Double           ();
use Double::Template ();
use Koha::Token      ();

my %PAGES = (
    '/cgi-bin/koha/mainpage.pl'               => \&_main,
    '/cgi-bin/koha/catalogue/detail.pl'       => \&_record,
    '/cgi-bin/koha/catalogue/moredetail.pl'   => \&_items,
    '/cgi-bin/koha/plugins/plugins-home.pl'   => \&_plugins,
    '/cgi-bin/koha/plugins/run.pl'            => \&run,
    '/double/add_item'                        => \&_add_item,
);

sub answer {
    CGI::initialize_globals();
    my $cgi = CGI->new;
    my $path = ($ENV{SCRIPT_NAME} // '') . ($ENV{PATH_INFO} // '');
    return _log_in($cgi) if $path eq '/double/login';
    my $patron = C4::Auth::recognise($cgi);
    return _say($cgi, 200, '<form id="login">login</form>') if !$patron;
    my $wrong = _wrong_token($cgi);
    return _say($cgi, @{$wrong}) if $wrong;
    my $page = $PAGES{$path} or return _say($cgi, 404, 'no page');
    return $page->($cgi);
}

sub _say {
    my ($cgi, $status, $html) = @_;
    print $cgi->header(-status => $status, -type => 'text/html', -charset => 'UTF-8'), $html;
    return;
}

sub _log_in {
    my ($cgi) = @_;
    my $id = C4::Auth::log_in(scalar $cgi->param('userid'));
    my $to = ($cgi->param('to') // '') =~ m{\A(/cgi-bin/koha/.*)\z}s ? $1 : '/cgi-bin/koha/mainpage.pl';
    print $cgi->redirect(-uri => $to, -cookie => $cgi->cookie(-name => 'CGISESSID', -value => $id));
    return;
}

# What the middleware of newer Kohas refuses before any page runs.
sub _wrong_token {
    my ($cgi) = @_;
    return if !Double::checks_tokens();
    my $op = $cgi->param('op');
    if ($cgi->request_method ne 'POST') {
        return defined $op && $op =~ /^cud-/ ? [ 400, "op '$op' must not start with 'cud-' for GET" ] : undef;
    }
    return [ 403, 'op must start with cud-' ] if defined $op && $op !~ /^cud-/;
    my $token = $cgi->param('csrf_token') // '';
    return [ 403, 'No CSRF token passed for POST' ] if $token eq '';
    my $good = Koha::Token->new->check_csrf({ session_id => scalar $cgi->cookie('CGISESSID'), token => $token });
    return $good ? undef : [ 403, 'Wrong CSRF token' ];
}

# run.pl: the right "plugins: <method>" is wanted; a superlibrarian may call anything.
sub run {
    my ($cgi) = @_;
    my ($class, $method) = (scalar $cgi->param('class'), scalar $cgi->param('method'));
    return _say($cgi, 404, 'no plugin') if ($class // '') !~ /\AKoha::Plugin::[\w:]+\z/ || ($method // '') !~ /\A[a-z]\w*\z/;
    my $user = C4::Context->userenv->{id};
    return _say($cgi, 403, 'You do not have permission') if !C4::Auth::haspermission($user, { plugins => $method });
    (my $path = "$class.pm") =~ s{::}{/}g;
    require $path;
    my $plugin = $class->new({ cgi => $cgi, enable_plugins => 1 });
    return _say($cgi, 404, 'no method') if !$plugin || !$plugin->can($method);
    return $plugin->$method;
}

sub _page {
    my ($cgi, $file) = @_;
    my $out = Double::Template->new($file, $cgi)->output;
    utf8::encode($out) if utf8::is_utf8($out);
    return _say($cgi, 200, $out);
}

sub _main { return _page($_[0], 'mainpage.tt') }

sub _record { return _page($_[0], 'detail.tt') }

sub _items { return _page($_[0], 'moredetail.tt') }

sub _plugins { return _page($_[0], 'plugins.tt') }

# Koha's own page for items, in short: one more item of a record.
sub _add_item {
    my ($cgi) = @_;
    my $item = Koha::Item->new({ map { $_ => scalar $cgi->param($_) } qw(biblionumber barcode homebranch) });
    return _say($cgi, eval { $item->store; 1 } ? 200 : 409, $item->itemnumber // 'refused');
}

1;
