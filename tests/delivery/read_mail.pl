# Reads a message with attachments by the rules of the standards alone, and tells what it found as JSON.
use strict;
use warnings;
use Encode qw(decode);
use JSON::PP;
use MIME::Base64;
use MIME::QuotedPrint;

local $/;
binmode STDIN;
my $text = <STDIN>;

sub headers {
    my ($head) = @_;
    $head =~ s/\r\n[ \t]+/ /g;
    return { map { /^([^:]+):\s*(.*)$/s ? (lc $1, $2) : () } split /\r\n/, $head };
}

sub parameter {
    my ($value, $name) = @_;
    if ($value =~ /\Q$name\E\*=utf-8''([^;\s]+)/i) {
        (my $plain = $1) =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
        return decode("UTF-8", $plain);
    }
    return $value =~ /\Q$name\E="((?:[^"\\]|\\.)*)"/i ? $1 : "";
}

my ($head, $body) = split /\r\n\r\n/, $text, 2;
my $top = headers($head);
my $mark = parameter($top->{"content-type"}, "boundary");
my %found = (
    subject => decode("MIME-Header", $top->{subject}),
    to => decode("MIME-Header", $top->{to}),
    unsent => $top->{"x-unsent"},
    files => [],
);
my @parts = split /\r?\n?--\Q$mark\E(?:--)?\r\n/, "\r\n$body";
for my $part (@parts[1 .. $#parts]) {
    my ($part_head, $part_body) = split /\r\n\r\n/, $part, 2;
    my $told = headers($part_head);
    my $coding = lc $told->{"content-transfer-encoding"};
    if ($told->{"content-disposition"}) {
        my $data = encode_base64(decode_base64($part_body), "");
        push @{ $found{files} }, { name => parameter($told->{"content-disposition"}, "filename"), data => $data };
    } else {
        $part_body = decode_qp($part_body) if $coding eq "quoted-printable";
        $found{words} = decode("UTF-8", $part_body);
    }
}
print JSON::PP->new->ascii->encode(\%found);
