"""What the domain of an e-mail address says about where a person works."""

# Addresses anybody gets: they prove no employer. Checked with their subdomains.
_FREEMAIL = """
    gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.info gmx.org web.de email.de t-online.de magenta.de gmail.com googlemail.com
    outlook.com outlook.de hotmail.com hotmail.de live.com live.de msn.com yahoo.com yahoo.de ymail.com rocketmail.com
    icloud.com me.com mac.com aol.com aol.de freenet.de arcor.de vodafone.de vodafonemail.de online.de 1und1.de ionos.de
    kabelmail.de unitybox.de netcologne.de ewetel.net ewe.net osnanet.de versanet.de htp-tel.de o2online.de o2mail.de
    posteo.de posteo.net posteo.org mailbox.org mail.de mail.com email.com proton.me protonmail.com protonmail.ch pm.me
    tutanota.com tutanota.de tuta.com tuta.io tutamail.com keemail.me fastmail.com fastmail.de hushmail.com zoho.com zohomail.eu
    yandex.com yandex.ru mail.ru bk.ru inbox.ru list.ru qq.com 163.com 126.com orange.fr wanadoo.fr laposte.net free.fr
    ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl xs4all.nl telenet.be skynet.be proximus.be
    duck.com hey.com mailinator.com yopmail.com trashmail.com trashmail.de byom.de wegwerfemail.de 10minutemail.com
    guerrillamail.com sharklasers.com temp-mail.org firemail.de directbox.com lycos.de
"""
FREEMAIL_DOMAINS = frozenset(_FREEMAIL.split())


def domain_of(email: str) -> str:
    """The domain of an address, in lower case, without a final dot."""
    return email.rpartition("@")[2].strip().lower().rstrip(".")


def is_freemail(domain: str) -> bool:
    """Whether anybody can get an address there; so can subdomains of such a provider."""
    labels = domain.split(".")
    return any(".".join(labels[start:]) in FREEMAIL_DOMAINS for start in range(len(labels) - 1))
