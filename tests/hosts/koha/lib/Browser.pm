package Browser;

# A small browser for the tests: cookies, redirects, and the forms of a page filled in. It talks to an
# application in this process (app) or to a server (base).

use strict;
use warnings;

use Encode     ();
use HTTP::Tiny ();

our $TOOL = '/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=tool';

# The real one, for what only a browser can show: the program, or nothing. CI must have it.
sub chromium {
    my $found = (grep { -x } '/usr/bin/chromium', '/usr/bin/chromium-browser')[0];
    die "Chromium is not installed (and CI is set)\n" if !$found && $ENV{CI};
    return $found;
}

sub new {
    my ($class, %from) = @_;
    return bless { %from, cookie => '', status => 0, bytes => '', headers => {} }, $class;
}

sub log_in {
    my ($self, $user) = @_;
    $self->{cookie} = '';
    return $self->get("/double/login?userid=$user");
}

sub status { return $_[0]{status} }

sub text { return Encode::decode('UTF-8', $_[0]{bytes}) }

# What a page says is wrong, for the messages of tests.
sub complaint {
    my ($self) = @_;
    my ($said) = $self->text =~ m{class="(?:summary|say bad)"[^>]*>(.*?)</div>}s;
    ($said //= '') =~ s/<[^>]*>/ /g;
    return "$self->{status} $self->{url}: $said";
}

sub bytes { return $_[0]{bytes} }

sub header { my ($self, $name) = @_; return $self->{headers}{ lc $name } // '' }

sub url { return $_[0]{url} }

sub get { my ($self, $path) = @_; return $self->_send('GET', $path, '', '') }

# A page of ours: the menu, or one action with arguments.
sub open {
    my ($self, $action, %args) = @_;
    my $query = join '', map { '&' . escaped($_) . '=' . escaped($args{$_}) } sort keys %args;
    return $self->get($TOOL . ($action ? "&do=$action" : '') . $query);
}

sub post {
    my ($self, $path, @fields) = @_;
    my @pairs;
    while (my ($name, $value) = splice @fields, 0, 2) {
        push @pairs, escaped($name) . '=' . escaped($value // '');
    }
    return $self->_send('POST', $path, join('&', @pairs), 'application/x-www-form-urlencoded');
}

sub escaped {
    my ($text) = @_;
    my $bytes = Encode::encode('UTF-8', $text);
    $bytes =~ s/([^A-Za-z0-9_.~-])/sprintf '%%%02X', ord $1/ge;
    return $bytes;
}

# The n-th form of the page that calls the action, with the values it shows: ( name => value ... ).
sub form {
    my ($self, $action, $nth) = @_;
    my $html = $self->text;
    my @found;
    while ($html =~ m{<form\b([^>]*)>(.*?)</form>}gs) {
        my ($head, $body) = ($1, $2);
        my ($to) = $head =~ /\baction="([^"]*)"/;
        my $do = $to =~ /[?;&]do=([\w.]+)/ ? $1 : $body =~ /name="do" value="([^"]*)"/ ? $1 : '';
        push @found, { to => _plain($to), head => $head, fields => [ _fields($body) ] } if $do eq $action;
    }
    return $found[ $nth // 0 ];
}

# Sends that form with other values in some fields.
sub submit {
    my ($self, $action, %values) = @_;
    my $form = $self->form($action, delete $values{nth}) or die "no form for $action on $self->{url}\n";
    my @fields = @{ $form->{fields} };
    for (my $at = 0; $at < @fields; $at += 2) {
        $fields[ $at + 1 ] = delete $values{ $fields[$at] } if exists $values{ $fields[$at] };
    }
    return $self->post($form->{to}, @fields, %values);
}

sub _fields {
    my ($body) = @_;
    my @fields;
    while ($body =~ m{<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)</textarea>|<select\b([^>]*)>(.*?)</select>}gs) {
        my ($input, $area, $text, $select, $options) = ($1, $2, $3, $4, $5);
        my $tag = $input // $area // $select;
        my ($name) = $tag =~ /\bname="([^"]*)"/ or next;
        my ($type) = $tag =~ /\btype="([^"]*)"/;
        next if ($type // '') =~ /^(?:checkbox|radio)$/ && $tag !~ /\bchecked\b/;
        my $value = defined $input ? ($tag =~ /\bvalue="([^"]*)"/ ? $1 : '') : $text;
        ($value) = $options =~ /<option\b[^>]*\bvalue="([^"]*)"[^>]*\bselected\b/ if defined $select;
        ($value) = $options =~ /<option\b[^>]*\bvalue="([^"]*)"/ if defined $select && !defined $value;
        push @fields, _plain($name), _plain($value // '');
    }
    return @fields;
}

sub _plain {
    my ($text) = @_;
    my %names = (amp => '&', lt => '<', gt => '>', quot => '"', '#39' => q{'});
    $text =~ s/&(amp|lt|gt|quot|#39);/$names{$1}/g;
    return $text;
}

sub _send {
    my ($self, $method, $path, $body, $type) = @_;
    for (1 .. 5) {
        my $answer = $self->{app} ? $self->_inside($method, $path, $body, $type) : $self->_outside($method, $path, $body, $type);
        @{$self}{qw(status bytes headers url)} = (@{$answer}{qw(status content headers)}, $path);
        my $cookies = $self->{headers}{'set-cookie'} // '';
        $self->{cookie} = "CGISESSID=$1" if (ref $cookies ? "@{$cookies}" : $cookies) =~ /CGISESSID=(\w+)/;
        return $self if $self->{status} !~ /^30[123]$/;
        ($method, $path, $body, $type) = ('GET', $self->{headers}{location} =~ s{^https?://[^/]+}{}r, '', '');
    }
    return $self;
}

sub _outside {
    my ($self, $method, $path, $body, $type) = @_;
    my $http = $self->{http} //= HTTP::Tiny->new(max_redirect => 0, timeout => 60, keep_alive => 0);
    my %headers = ($self->{cookie} ? (Cookie => $self->{cookie}) : (), $type ? ('Content-Type' => $type) : ());
    return $http->request($method, $self->{base} . $path, { headers => \%headers, $method eq 'POST' ? (content => $body) : () });
}

sub _inside {
    my ($self, $method, $path, $body, $type) = @_;
    my ($where, $query) = split /\?/, $path, 2;
    CORE::open(my $in, '<:raw', \$body) or die "$!\n";
    (my $decoded = $where) =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
    my %env = (
        REQUEST_METHOD => $method, SCRIPT_NAME => '', PATH_INFO => $decoded, QUERY_STRING => $query // '', REQUEST_URI => $path,
        SERVER_NAME => 'localhost', SERVER_PORT => 80, SERVER_PROTOCOL => 'HTTP/1.1', HTTP_HOST => 'localhost',
        CONTENT_LENGTH => length $body, $type ? (CONTENT_TYPE => $type) : (), $self->{cookie} ? (HTTP_COOKIE => $self->{cookie}) : (),
        %{ $self->{env} // {} }, 'psgi.version' => [ 1, 1 ], 'psgi.url_scheme' => 'http', 'psgi.input' => $in, 'psgi.errors' => *STDERR,
        'psgi.multithread' => 0, 'psgi.multiprocess' => 0, 'psgi.run_once' => 0, 'psgi.nonblocking' => 0, 'psgi.streaming' => 1,
    );
    my $answer = $self->{app}->(\%env);
    if (ref $answer eq 'CODE') {
        my $delayed = $answer;
        $delayed->(sub { $answer = $_[0] });
    }
    my ($status, $headers, $content) = @{$answer};
    my (%headers, $bytes);
    for (my $at = 0; $at < @{$headers}; $at += 2) { $headers{ lc $headers->[$at] } = $headers->[ $at + 1 ] }
    if (ref $content eq 'ARRAY') { $bytes = join '', @{$content} }
    else { while (defined(my $piece = $content->getline)) { $bytes .= $piece } $content->close }
    return { status => $status, content => $bytes // '', headers => \%headers };
}

1;
